/* The least that a full-screen program does: take the terminal, print a line, and for every key
   change one character. */
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <locale.h>

int main(void) {
  setlocale(LC_ALL, "");
  if (initscr() == NULL) return 1;
  raw();
  noecho();
  mvaddstr(0, 0, "painted");
  refresh();
  for (int count = 0; getch() != ERR; count++) {
    mvaddch(1, 0, count % 2 == 0 ? 'x' : 'y');
    refresh();
  }
  endwin();
  return 0;
}
