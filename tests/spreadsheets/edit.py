"""Edits an exported tracker in LibreOffice as a person would: opens it, types into two rows and saves
it as .xlsx. Starts soffice once. Needs the system's Python, which has the UNO bridge.

    /usr/bin/python3 edit.py PROFILE FROM.xlsx TO.xlsx
"""

import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

EDITS = {
    "1.4": ("11/05/2021", "Báo hoàn thành", "Đã ban hành; có Ơ, ự, đ và =1+1"),
    "2.3": ("11/06/2021", "Gặp vướng mắc", "-Thiếu nguồn vắc-xin"),
}
DAYS = {"11/05/2021": 44505, "11/06/2021": 44506}


def value(name, content):
    made = PropertyValue()
    made.Name, made.Value = name, content
    return made


def connect(resolver, address, office):
    # soffice does not report when it is ready, so try until it answers.
    for _ in range(240):
        try:
            return resolver.resolve(address)
        except NoConnectException:
            if office.poll() is not None:
                raise
            time.sleep(0.25)
    raise TimeoutError("soffice does not answer")


def main():
    profile, source, target = sys.argv[1:]
    pipe = f"tiendo{abs(hash(profile)) % 10**8}"
    office = subprocess.Popen([
        "soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--norestore", "--nologo",
        f"--accept=pipe,name={pipe};urp;",
    ])
    try:
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        context = connect(resolver, f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext", office)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        book = desktop.loadComponentFromURL(f"file://{source}", "_blank", 0, (value("Hidden", True),))
        sheet = book.Sheets.getByIndex(0)
        header = {sheet.getCellByPosition(column, 3).String: column for column in range(20)}
        row, edited = 4, 0
        while sheet.getCellByPosition(0, row).String:
            edit = EDITS.get(sheet.getCellByPosition(0, row).String)
            if edit:
                day, state, text = edit
                # Typed input is parsed with the date format of the cell.
                sheet.getCellByPosition(header["Ngày cập nhật"], row).Value = DAYS[day]
                sheet.getCellByPosition(header["Trạng thái do đơn vị báo cáo"], row).String = state
                sheet.getCellByPosition(header["Kết quả thực hiện"], row).String = text
                sheet.getCellByPosition(header["Văn bản, tài liệu minh chứng"], row).String = ""
                edited += 1
            row += 1
        assert edited == len(EDITS), f"{edited} rows edited"
        book.storeToURL(f"file://{target}", (value("FilterName", "Calc MS Excel 2007 XML"),))
        book.close(True)
        try:
            desktop.terminate()
        except Exception:  # soffice may close the connection before it answers
            pass
        office.wait(60)
    finally:
        if office.poll() is None:
            office.kill()


main()
