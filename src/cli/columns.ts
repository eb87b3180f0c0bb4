// Plain text in columns, and numbers as people read them.

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

/** 0.1234 → "12.3 %". A share that is not 0 never reads as 0. */
export function percent(share: number): string {
  const text = (100 * share).toFixed(1);
  return share > 0 && Number(text) === 0 ? '< 0.1 %' : `${text} %`;
}

/** 1234567.8 → "1,234,568"; below 100 with up to two decimals. */
export function amount(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: Math.abs(value) < 100 ? 2 : 0 });
}
