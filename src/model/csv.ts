/** A comma-separated table (RFC 4180: CRLF after every row, quotes doubled). */
export const csvTable = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');

/**
 * One cell. Spreadsheets run a cell that begins like a formula; an apostrophe keeps it text.
 * @example csvCell('=1+1') // => "'=1+1"
 * @example csvCell('a "b", c') // => '"a ""b"", c"'
 */
export function csvCell(value: string): string {
	const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
