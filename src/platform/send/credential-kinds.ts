/** What `session.signIn` takes in exchange for a token. */
export type Credential = { readonly wechatCode: string } | { readonly demoUser: string }

/**
 * `null` where nobody can sign in; `unreachable` when asking for it failed for want of a network; `refused` where
 * WeChat was reached, or could have been, and gave none.
 */
export type OfferedCredential = Credential | 'unreachable' | 'refused' | null
