"""spreadsheets.py PACKAGE MADE: the classification sheet is the same as workbook and as CSV; workbooks of talk are made in MADE."""
import csv
import datetime
import pathlib
import sys

import openpyxl
import xlsxwriter

package, made = map(pathlib.Path, sys.argv[1:])
sheet = openpyxl.load_workbook(package / "classification-sheet.xlsx").active
rows = [["" if cell is None else cell for cell in row] for row in sheet.iter_rows(values_only=True)]
with open(package / "classification-sheet.csv", newline="", encoding="utf-8") as file:
    wanted = list(csv.reader(file))
if rows != wanted or len(rows) < 2:
    sys.exit("the workbook is not the table")
if any(cell.data_type not in "sn" or (cell.data_type == "n" and cell.value is not None) for row in sheet for cell in row):
    sys.exit("a cell is no text")

made.mkdir()
book = openpyxl.Workbook()
page = book.active
page.append(["Time", "Speaker", "Text", "Note"])
page.append([datetime.time(0, 0, 5), "Interviewer", "Hello, shall we?", None])
page.append([datetime.timedelta(seconds=9.25), "Kate", "Yes please", "cough"])
page.append([datetime.time(0, 1, 10), "Interviewer", "Good & <well>, then on", None])
book.save(made / "openpyxl.xlsx")
book = xlsxwriter.Workbook(str(made / "xlsxwriter.xlsx"))
page = book.add_worksheet()
for number, row in enumerate([["Speaker", "Start", "Text"], ["I1", 5.0, "Hello, shall we?"], ["R", 9.25, "Yes please"],
                              ["I1", 70, "Good & <well>, then on"]]):
    page.write_row(number, 0, row)
book.close()
print(len(rows), "rows read by openpyxl")
