#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "CSystem.h"

void cs_stop_group(void) {
  struct sigaction previous;
  const struct sigaction standard = {.sa_handler = SIG_DFL};
  sigset_t stop, mask;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  sigaction(SIGTSTP, &standard, &previous);
  pthread_sigmask(SIG_UNBLOCK, &stop, &mask);
  kill(0, SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  sigaction(SIGTSTP, &previous, NULL);
}

static int start(pid_t *child, int input, int output, char *const *arguments) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
  int error = posix_spawnp(child, arguments[0], &actions, &attributes, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return error;
}

int cs_run(int terminal, char *const *arguments, int *status) {
  // The child stands in our process group: keys that interrupt or stop it reach us too, and are
  // not meant for us.
  const int shared[] = {SIGINT, SIGQUIT, SIGTSTP};
  enum { count = sizeof shared / sizeof *shared };
  const struct sigaction ignore = {.sa_handler = SIG_IGN};
  struct sigaction previous[count];
  for (int i = 0; i < count; i++) sigaction(shared[i], &ignore, &previous[i]);

  pid_t child;
  int error = start(&child, terminal, terminal, arguments);
  while (error == 0) {
    pid_t changed = waitpid(child, status, WUNTRACED);
    if (changed < 0 && errno != EINTR) error = errno;
    if (changed != child) continue;
    if (!WIFSTOPPED(*status)) break;
    // The shell waits for us, not for our child: both must stop for it to come back.
    raise(SIGSTOP);
  }

  for (int i = 0; i < count; i++) {
    // Ignoring a signal once more drops what has been waiting, blocked, in the meantime.
    sigaction(shared[i], &ignore, NULL);
    sigaction(shared[i], &previous[i], NULL);
  }
  return error;
}

// A child that ends early must not end us: its pipe is then read by nobody.
static void write_all(int descriptor, const char *bytes, size_t length) {
  const struct sigaction ignore = {.sa_handler = SIG_IGN};
  struct sigaction previous;
  sigaction(SIGPIPE, &ignore, &previous);
  while (length > 0) {
    ssize_t written = write(descriptor, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) break;
    bytes += written;
    length -= (size_t)written;
  }
  sigaction(SIGPIPE, &previous, NULL);
}

int cs_feed(char *const *arguments, const void *bytes, size_t length) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return errno;
  int silence = open("/dev/null", O_WRONLY | O_CLOEXEC);
  pid_t child;
  int error = silence < 0 ? errno : start(&child, ends[0], silence, arguments);
  close(ends[0]);
  if (silence >= 0) close(silence);
  if (error == 0) write_all(ends[1], bytes, length);
  close(ends[1]);
  if (error != 0) return error;
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return errno;
  return status;
}
