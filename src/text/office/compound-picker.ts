export const CHOOSE_COMPOUND_TITLE = '您住哪个小区？'
export const COMPOUND_HINT = '小区或居委会'
export const COMPOUND_WHY = '记在这部手机上，用来找离您最近的会客厅。'
export const NOT_SURE = '名单里没有，或拿不准归哪个居委会？'
export const BELONGING_UNKNOWN = '还没问到归哪个居委会的'
export const MORE_COMPOUNDS = '再看更多小区'
export const NO_COMPOUNDS = '小区名单还在收集'
export const noCompoundsAdvice = (hotline: string): string =>
  `可以先用位置找，或从全部会客厅里挑。不知道去哪一家，请打 ${hotline}。`
export const compoundNotFound = (hotline: string): string =>
  `名单里没有这个名字。换个说法试试，或打 ${hotline} 问您属于哪个居委会。`
