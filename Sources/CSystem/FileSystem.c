#include <sys/vfs.h>

#include "CSystem.h"

long cs_file_system(int descriptor) {
  struct statfs status;
  return fstatfs(descriptor, &status) == 0 ? (long)status.f_type : 0;
}
