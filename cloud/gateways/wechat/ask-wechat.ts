const PATIENCE_MS = 5_000

/** Posts JSON to WeChat's API. Null when no answer came that could be read: whether the call arrived is not known. */
export async function askWechat(path: string, body: object): Promise<unknown> {
  const response = await post(path, body)
  return response === null ? null : response.json().catch(() => null)
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
    return { reply: (await response?.json().catch(() => null)) ?? null }
  const bytes = await response.arrayBuffer().catch(() => null)
  return bytes === null ? { reply: null } : { picture: { bytes: Buffer.from(bytes), mime } }
}

const post = (path: string, body: object): Promise<Response | null> =>
  fetch(`https://api.weixin.qq.com/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => null)
