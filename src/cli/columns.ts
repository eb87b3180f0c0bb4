// Plain text in columns.

/** Rows as lines, columns two blanks apart; columns of numbers, marked by `true`, to the right. */
export function columns(
  rows: readonly (readonly string[])[],
  toTheRight: readonly boolean[],
): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((most, row) => Math.max(most, (row[column] ?? '').length), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return toTheRight[column] ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
