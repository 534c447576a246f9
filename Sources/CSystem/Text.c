#define _GNU_SOURCE
#include <locale.h>
#include <string.h>
#include <wchar.h>

#include "CSystem.h"

bool cs_use_utf8(void) { return setlocale(LC_CTYPE, "C.UTF-8") != NULL; }

int cs_wcwidth(unsigned scalar) { return wcwidth((wchar_t)scalar); }

bool cs_holds(const void *bytes, size_t length, const void *part, size_t part_length) {
  return memmem(bytes, length, part, part_length) != NULL;
}
