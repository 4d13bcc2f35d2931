/* Random bytes for the tests under Wine 8, which lacks this DLL of Windows 10. The same bytes come from
   the older SystemFunction036 of advapi32. Without a C library, which would have its own ideas about
   threads that end. Never part of a release. */
#include <windows.h>

BOOLEAN WINAPI SystemFunction036(PVOID, ULONG);

BOOL WINAPI DllMain(HINSTANCE module, DWORD reason, LPVOID reserved) {
    (void)module, (void)reason, (void)reserved;
    return TRUE;
}

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) {
    return SystemFunction036(data, (ULONG)length);
}
