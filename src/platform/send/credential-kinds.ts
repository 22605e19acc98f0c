/** What `session.signIn` takes in exchange for a token. */
export type Credential = { readonly wechatCode: string } | { readonly demoUser: string }

/** `null` where nobody can sign in; `unreachable` when asking for it failed, as without a network. */
export type OfferedCredential = Credential | 'unreachable' | null
