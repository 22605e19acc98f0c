type Keyed = Record<string, unknown>

/** The steps of a `setData` path: `root.cn.[0].cl` and `rows[2].name` both work in WeChat. */
export function stepsOf(path: string): (string | number)[] {
  const steps = [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)]
  return steps.map(([, index, name]) => (index === undefined ? (name ?? '') : Number(index)))
}

/** Writes each change at its path, making objects and arrays on the way where there are none. */
export function applyChanges(target: Keyed, changes: Readonly<Keyed>): void {
  for (const [path, value] of Object.entries(changes)) {
    const steps = stepsOf(path)
    let place: Keyed = target
    steps.slice(0, -1).forEach((step, at) => {
      if (typeof place[step] !== 'object' || place[step] === null)
        place[step] = typeof steps[at + 1] === 'number' ? [] : {}
      place = place[step] as Keyed
    })
    const last = steps.at(-1)
    if (last !== undefined) place[last] = value
  }
}
