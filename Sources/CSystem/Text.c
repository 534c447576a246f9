#define _GNU_SOURCE
#include <locale.h>
#include <wchar.h>

#include "CSystem.h"

bool cs_use_utf8(void) { return setlocale(LC_CTYPE, "C.UTF-8") != NULL; }

int cs_wcwidth(unsigned scalar) { return wcwidth((wchar_t)scalar); }
