/** 王**: what staff see of a name before they open one person; `null` where nobody said one. */
export function maskedName(name: string | null): string | null {
  const [first] = name?.trim() ?? ''
  return first === undefined ? null : `${first}**`
}
