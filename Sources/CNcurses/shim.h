// What Swift cannot import from <curses.h>, under plain names. Terminal is the only importer.
#ifndef SOCBOARD_CNCURSES_H
#define SOCBOARD_CNCURSES_H

#define NCURSES_WIDECHAR 1  // SwiftPM drops pkg-config's -D flags; without this no wide API at all
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <term.h>
#undef lines  // <term.h> makes macros of plain words
#undef columns

static inline WINDOW *_Nonnull cn_stdscr(void) { return stdscr; }
static inline WINDOW *_Nonnull cn_curscr(void) { return curscr; }
static inline int cn_colours(void) { return COLORS; }

static inline attr_t cn_bold(void) { return WA_BOLD; }
static inline attr_t cn_dim(void) { return WA_DIM; }
static inline attr_t cn_reverse(void) { return WA_REVERSE; }
static inline attr_t cn_underline(void) { return WA_UNDERLINE; }

/// A text of the terminal's description, or NULL when the terminal has no such thing.
static inline const char *_Nullable cn_capability(const char *_Nonnull name) {
  const char *text = tigetstr(name);
  return text == (const char *)-1 ? NULL : text;
}

/// Puts a character with up to three combining ones at a place.
static inline void cn_put(int y, int x, uint32_t base, uint32_t mark1, uint32_t mark2,
                          uint32_t mark3, attr_t attributes, int pair) {
  const wchar_t text[] = {(wchar_t)base, (wchar_t)mark1, (wchar_t)mark2, (wchar_t)mark3, 0};
  cchar_t cell;
  // Pairs above 32767 go through the last argument, so curses wants the pair twice.
  if (setcchar(&cell, text, attributes, (short)pair, &pair) == OK) mvwadd_wch(stdscr, y, x, &cell);
}

#endif
