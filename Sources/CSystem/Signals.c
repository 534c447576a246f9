#define _GNU_SOURCE
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "CSystem.h"

int cs_signals_open(void) {
  const int wanted[] = {SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT, SIGCHLD};
  sigset_t signals;
  sigemptyset(&signals);
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) sigaddset(&signals, wanted[i]);
  pthread_sigmask(SIG_BLOCK, &signals, NULL);
  return signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
}

int cs_signals_read(int descriptor) {
  struct signalfd_siginfo signal;
  return read(descriptor, &signal, sizeof signal) == sizeof signal ? (int)signal.ssi_signo : 0;
}

int cs_counter_open(void) { return eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC); }

void cs_counter_add(int descriptor) {
  const uint64_t one = 1;
  (void)!write(descriptor, &one, sizeof one);
}

void cs_counter_clear(int descriptor) {
  uint64_t count;
  (void)!read(descriptor, &count, sizeof count);
}
