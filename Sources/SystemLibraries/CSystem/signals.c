// For `sigaction`, which strict C17 does not have.
#define _GNU_SOURCE
#include "CSystem.h"

#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

// What a signal handler reads is in memory that is never freed, and each entry is complete before
// its state says so: a handler may run between any two instructions, on any thread.

enum { FREE, TAKEN, SET };
enum { SLOT_COUNT = 64, TEXT_SIZE = 4096 };

struct name {
  atomic_int state;
  char text[TEXT_SIZE];
};

struct mapping {
  atomic_int state;
  uintptr_t start, end;
  char message[TEXT_SIZE];
};

static struct name names[SLOT_COUNT];
static struct mapping mappings[SLOT_COUNT];

static int take(atomic_int *state) {
  int expected = FREE;
  return atomic_compare_exchange_strong(state, &expected, TAKEN);
}

int amble_hold_name(const char *path) {
  size_t length = strlen(path);
  if (length >= TEXT_SIZE) return -1;
  for (int slot = 0; slot < SLOT_COUNT; slot++) {
    if (!take(&names[slot].state)) continue;
    memcpy(names[slot].text, path, length + 1);
    atomic_store(&names[slot].state, SET);
    return slot;
  }
  return -1;
}

void amble_release_name(int slot) {
  if (slot >= 0 && slot < SLOT_COUNT) atomic_store(&names[slot].state, FREE);
}

int amble_hold_mapping(const void *start, size_t length, const char *message) {
  size_t size = strlen(message);
  if (size >= TEXT_SIZE) return -1;
  for (int slot = 0; slot < SLOT_COUNT; slot++) {
    struct mapping *mapping = &mappings[slot];
    if (!take(&mapping->state)) continue;
    mapping->start = (uintptr_t)start;
    mapping->end = (uintptr_t)start + length;
    memcpy(mapping->message, message, size + 1);
    atomic_store(&mapping->state, SET);
    return slot;
  }
  return -1;
}

void amble_release_mapping(int slot) {
  if (slot >= 0 && slot < SLOT_COUNT) atomic_store(&mappings[slot].state, FREE);
}

static void remove_names(void) {
  for (int slot = 0; slot < SLOT_COUNT; slot++)
    if (atomic_load(&names[slot].state) == SET) unlink(names[slot].text);
}

static void end_process(int number) {
  remove_names();
  signal(number, SIG_DFL);
  raise(number);
}

static void report_lost_page(int number, siginfo_t *info, void *context) {
  (void)context;
  uintptr_t address = (uintptr_t)info->si_addr;
  for (int slot = 0; slot < SLOT_COUNT; slot++) {
    struct mapping *mapping = &mappings[slot];
    if (atomic_load(&mapping->state) != SET) continue;
    if (address < mapping->start || address >= mapping->end) continue;
    ssize_t written = write(STDERR_FILENO, "amble: ", 7);
    written = write(STDERR_FILENO, mapping->message, strlen(mapping->message));
    (void)written;
    remove_names();
    _exit(1);
  }
  // Something else: after the return, the access is repeated, and ends the process.
  signal(number, SIG_DFL);
}

int amble_is_ignored(int number) {
  struct sigaction action;
  return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

void amble_end_on_signal(int number) {
  struct sigaction action;
  if (amble_is_ignored(number)) return;
  memset(&action, 0, sizeof action);
  action.sa_handler = end_process;
  sigaction(number, &action, NULL);
}

void amble_report_lost_pages(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = report_lost_page;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGBUS, &action, NULL);
}
