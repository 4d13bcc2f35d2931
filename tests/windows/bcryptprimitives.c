/* Random bytes for the tests under Wine 8, which lacks this DLL of Windows 10. The same bytes come from
   the older SystemFunction036 of advapi32. Never part of a release. */
#include <windows.h>

BOOLEAN WINAPI SystemFunction036(PVOID, ULONG);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) {
    return SystemFunction036(data, (ULONG)length);
}
