/** WeChat forwards pages as cards: nobody has to copy a link. */
export const linkTo = (_route: string): string | null => null

/** Not needed where pages are forwarded as cards. */
export const sendLink = (_title: string, _link: string): Promise<'sent' | 'copied' | 'shown'> =>
  Promise.resolve('shown')
