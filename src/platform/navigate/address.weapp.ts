interface WeChatArticles {
  /** Since base library 3.4.8; within a tap only. */
  readonly openOfficialAccountArticle?: (options: { readonly url: string; readonly fail: () => void }) => void
}

const ARTICLE = /^https:\/\/mp\.weixin\.qq\.com\/s[/?]/

/** WeChat opens articles of its 公众号, and no other site: those are shown, to be copied. */
export const opensAddress = (address: string): boolean =>
  ARTICLE.test(address) && (wx as WeChatArticles).openOfficialAccountArticle !== undefined

/** Within a tap. @param onFailed WeChat does not open this one: it is gone, or a temporary address */
export function openAddress(address: string, onFailed: () => void): void {
  ;(wx as WeChatArticles).openOfficialAccountArticle?.({ url: address, fail: onFailed })
}
