import type { AnyRefusal } from '../../core/contract'

type Sentence = string | ((detail: Readonly<Record<string, unknown>>) => string)

/** Every expected "no", with what to do next. A code without a sentence does not compile. */
const SENTENCES: Readonly<Record<AnyRefusal, Sentence>> = {
  office_not_found: '没有找到这家会客厅，可能换了名字。请到“找会客厅”里再看看。',
  compound_not_found: '没有找到这个小区，请重新选一次。',
  wechat_code_rejected: '微信登录没有成功，请退出小程序再进来一次。',
  demo_user_not_allowed: '这里不是演示环境，不能用演示身份登录。',
  hours_overlap: '两段时间重叠了，请改成前后不相连的时间。',
  day_past: '这一天已经过去了，请选今天或以后的日子。',
}

export function refusalSentence(refusal: AnyRefusal, detail: Readonly<Record<string, unknown>> = {}): string {
  const sentence = SENTENCES[refusal]
  return typeof sentence === 'string' ? sentence : sentence(detail)
}
