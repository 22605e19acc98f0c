import type Token from 'markdown-it/lib/token.mjs'

/** What a backslash takes its meaning from. Before anything else a backslash is a sign like others: 周一\周三. */
const SIGNS = '*_#|[]()!<>+-.~`=&＊＃｜'
/** Unicode keeps these 32 for a program's own use; they stand for no character. */
const FIRST = 0xfdd0
const OWN = /[\ufdd0-\ufdef]/g

/** Signs after a backslash as characters that no rule of the parser knows. */
export const protect = (line: string): string =>
  line.replace(OWN, '\ufffd').replace(/\\([^\sA-Za-z0-9])/gu, (whole, sign: string) => {
    const place = SIGNS.indexOf(sign)
    return place < 0 ? whole : String.fromCharCode(FIRST + place)
  })

export const unprotect = (text: string): string =>
  text.replace(OWN, (own) => SIGNS[own.charCodeAt(0) - FIRST] ?? '')

/** Every text and address of the tokens with its signs again. */
export function unprotectTokens(tokens: readonly Token[]): void {
  for (const token of tokens) {
    token.content = unprotect(token.content)
    // The start of a list is a number.
    for (const attribute of token.attrs ?? [])
      if (typeof attribute[1] === 'string') attribute[1] = unprotect(attribute[1])
    unprotectTokens(token.children ?? [])
  }
}
