// Gives the terminal back when the program crashes.
//
// A Swift trap unwinds nothing: no `defer`, no `deinit`, no `atexit` runs. Only a signal handler
// does, and it may call async-signal-safe functions only.
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "CSystem.h"

static const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT};
enum { crash_count = sizeof crashes / sizeof *crashes };

static struct {
  int terminal;
  struct termios shell;
  char leave[512];
  size_t length;
  int true_error;  // where standard error leads when it is not kept back, or -1
  int kept_error;  // what was written to standard error meanwhile, or -1
  bool hands_over;
  struct sigaction previous[crash_count];
  stack_t previous_stack;
} guard = {.true_error = -1, .kept_error = -1};

static atomic_flag is_crashing = ATOMIC_FLAG_INIT;

// Overflowing the stack is a crash too, so the handler needs one of its own.
static char handler_stack[64 * 1024];

static void write_all(int descriptor, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(descriptor, bytes, length);
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

static void show_kept_error(void) {
  char bytes[4096];
  off_t offset = 0;
  ssize_t count;
  if (guard.kept_error < 0) return;
  while ((count = pread(guard.kept_error, bytes, sizeof bytes, offset)) > 0) {
    write_all(guard.true_error, bytes, (size_t)count);
    offset += count;
  }
}

static void on_crash(int signal) {
  if (atomic_flag_test_and_set(&is_crashing))
    for (;;) pause();  // another thread is already at it
  write_all(guard.terminal, guard.leave, guard.length);
  tcsetattr(guard.terminal, TCSANOW, &guard.shell);
  show_kept_error();
  if (guard.true_error >= 0) dup2(guard.true_error, STDERR_FILENO);

  struct sigaction next = {.sa_handler = SIG_DFL};
  for (int i = 0; i < crash_count; i++)
    if (crashes[i] == signal && guard.hands_over) next = guard.previous[i];
  sigaction(signal, &next, NULL);
  raise(signal);  // blocked until this handler returns
}

static void keep_error_back(void) {
  if (!isatty(STDERR_FILENO)) return;
  guard.kept_error = memfd_create("standard error", MFD_CLOEXEC);
  if (guard.kept_error < 0) return;
  guard.true_error = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  dup2(guard.kept_error, STDERR_FILENO);
}

static void let_error_through(void) {
  if (guard.kept_error < 0) return;
  dup2(guard.true_error, STDERR_FILENO);
  show_kept_error();
  close(guard.true_error);
  close(guard.kept_error);
  guard.true_error = guard.kept_error = -1;
}

void cs_guard_arm(int terminal, const struct termios *shell, const char *leave, size_t length) {
  guard.terminal = terminal;
  guard.shell = *shell;
  guard.length = length < sizeof guard.leave ? length : sizeof guard.leave;
  memcpy(guard.leave, leave, guard.length);
  // Swift's backtracer asks for a key on a terminal, so it gets its turn only where asked for.
  guard.hands_over = getenv("SWIFT_BACKTRACE") != NULL;
  keep_error_back();

  const stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&stack, &guard.previous_stack);
  struct sigaction action = {.sa_handler = on_crash, .sa_flags = SA_ONSTACK};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &action, &guard.previous[i]);
}

void cs_guard_disarm(void) {
  for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &guard.previous[i], NULL);
  sigaltstack(&guard.previous_stack, NULL);
  let_error_through();
}
