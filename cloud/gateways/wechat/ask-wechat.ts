const PATIENCE_MS = 5_000

/** Posts JSON to WeChat's API. Null when no answer came that could be read: whether the call arrived is not known. */
export async function askWechat(path: string, body: object): Promise<unknown> {
  const response = await post(path, body)
  return response === null ? null : jsonOf(response)
}

export interface WechatPicture {
  readonly bytes: Buffer
  /** image/jpeg or image/png. */
  readonly mime: string
}

/** The same where WeChat answers with a picture, or with JSON that says why not. */
export async function askWechatForPicture(
  path: string,
  body: object,
): Promise<{ readonly picture: WechatPicture } | { readonly reply: unknown }> {
  const response = await post(path, body)
  const mime = response?.headers.get('content-type')?.split(';')[0] ?? ''
  if (response === null || !mime.startsWith('image/'))
    return { reply: response === null ? null : await jsonOf(response) }
  const bytes = await response.arrayBuffer().catch(nullIfLost)
  return bytes === null ? { reply: null } : { picture: { bytes: Buffer.from(bytes), mime } }
}

const post = (path: string, body: object): Promise<Response | null> =>
  fetch(`https://api.weixin.qq.com/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(nullIfLost)

/** `null` for a page of a proxy in between, or an answer that broke off. */
const jsonOf = (response: Response): Promise<unknown> =>
  response
    .json()
    .catch((error: unknown) => ((error as Error).name === 'SyntaxError' ? null : nullIfLost(error)))

/** `fetch` reports every kind of missing network as a TypeError with its cause, and a timeout by name; the rest is a bug. */
function nullIfLost(error: unknown): null {
  const { name, message, cause } = Object(error) as Error
  const isNetwork = name === 'TypeError' && (cause !== undefined || message === 'terminated')
  if (!isNetwork && name !== 'TimeoutError' && name !== 'AbortError') throw error
  return null
}
