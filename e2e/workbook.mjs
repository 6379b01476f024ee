// Reads a workbook back with a library that is not ours.
import readExcelFile from "read-excel-file/node";

/** Sheets of the shop's tables: the names they have for people, as a workbook shows them. */
export const SHOP_SHEETS = ["Customers", "Products", "Orders", "Order lines"];

/** Sheets by name, each a list of rows as arrays, header first. */
export async function readWorkbook(path) {
  const sheets = await readExcelFile(path);
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
}

/** A sheet's rows as objects keyed by the header. */
export function records(rows) {
  const [header, ...body] = rows;
  return body.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column]])));
}

/** Orders without their customer, and order lines without their order or their product. */
export function brokenReferences(sheets) {
  const ids = (sheet) => new Set(records(sheets.get(sheet)).map((row) => row.ID));
  const [customers, products, orders] = SHOP_SHEETS.map(ids);
  return [
    ...records(sheets.get("Orders")).filter((row) => !customers.has(row.Customer)),
    ...records(sheets.get("Order lines")).filter((row) => !orders.has(row.Order) || !products.has(row.Product)),
  ];
}

/** The kinds of values a column holds, empty cells left out: `number`, `string`, `boolean`, `date`. */
export function kinds(rows, column) {
  const values = records(rows).map((row) => row[column]);
  const kind = (value) => (value instanceof Date ? "date" : typeof value);
  return [...new Set(values.filter((value) => value !== null && value !== undefined).map(kind))];
}
