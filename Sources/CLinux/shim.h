/* What glibc keeps behind _GNU_SOURCE or in headers that the Swift overlay of Glibc does not import. */
#include <malloc.h>
#include <sys/random.h>
#include <sys/signalfd.h>

int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);

/* O_TMPFILE of fcntl.h: a file without a name. */
enum { footfall_o_tmpfile = 020000000 | 0200000 };

/* Open-file-description locks of fcntl.h. */
enum { footfall_f_ofd_setlk = 37, footfall_f_ofd_setlkw = 38 };
