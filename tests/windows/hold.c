/* Holds a file open as other programs do: hold.exe FILE MILLISECONDS [read]
   With `read` others may read and write the file, as beside a viewer, but not move or delete it.
   Without it they cannot open it at all, as beside an editor that locks. */
#include <windows.h>
#include <stdio.h>
#include <shellapi.h>

int main(void) {
    int count;
    WCHAR **given = CommandLineToArgvW(GetCommandLineW(), &count);
    if (count < 3) return 2;
    DWORD share = count > 3 ? FILE_SHARE_READ | FILE_SHARE_WRITE : 0;
    HANDLE file = CreateFileW(given[1], GENERIC_READ, share, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return 1;
    puts("held");
    fflush(stdout);
    Sleep(_wtoi(given[2]));
    return 0;
}
