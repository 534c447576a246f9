// What Swift cannot import from the C library, or what must not run in Swift (signal handlers).
#ifndef SOCBOARD_CSYSTEM_H
#define SOCBOARD_CSYSTEM_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

// MARK: Text

/// Makes the C library read and write UTF-8, whatever the locale is. False where it cannot.
bool cs_use_utf8(void);

/// How many columns the C library gives a character, or -1 when it cannot be shown.
int cs_wcwidth(unsigned scalar);

/// Whether some bytes stand among others.
bool cs_holds(const void *_Nonnull bytes, size_t length, const void *_Nonnull part,
              size_t part_length);

// MARK: Signals and descriptors

/// Blocks the signals a session listens to and opens a descriptor that reports them.
/// Threads and children inherit the blocking. -1 on failure, errno says why.
int cs_signals_open(void);

/// The next signal that waits on such a descriptor, or 0.
int cs_signals_read(int descriptor);

/// Opens a counter that poll can wait for. -1 on failure, errno says why.
int cs_counter_open(void);

/// Makes a counter readable.
void cs_counter_add(int descriptor);

/// Makes a counter unreadable until something is added.
void cs_counter_clear(int descriptor);

/// The number by which a descriptor's file system calls itself, or 0 where it does not say.
long cs_file_system(int descriptor);

// MARK: Lending the terminal

/// Stops the process group as Ctrl-Z does; returns when it is continued, or at once where nobody
/// could continue it.
void cs_stop_group(void);

/// Runs a program on a terminal with an empty signal mask and default signals, and waits for it.
/// Stops with the program when it is stopped. 0, or the error number if it could not be started.
int cs_run(int terminal, char *_Nullable const *_Nonnull arguments, int *_Nonnull status);

/// Runs a program that reads some bytes and prints nothing, and waits for it. 0 if it ended well,
/// else its status or an error number.
int cs_feed(char *_Nullable const *_Nonnull arguments, const void *_Nullable bytes, size_t length);

// MARK: The crash guard

/// From here on standard error is kept back if it is a terminal, and a crash gives the terminal
/// back: `leave` is written, `shell` set, what was kept back shown, before the program dies by the
/// same signal. At most 512 bytes of `leave` are used.
void cs_guard_arm(int terminal, const struct termios *_Nonnull shell, const char *_Nonnull leave,
                  size_t length);

/// Ends what `cs_guard_arm` began and shows what was kept back.
void cs_guard_disarm(void);

#endif
