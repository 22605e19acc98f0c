import type { Subdistrict } from '../../../core/contract/home'
import {
  IN_A_FEW_MINUTES,
  nameIn,
  numberIn,
  spanIn,
  whenIn,
  type ResidentRefusal,
  type Sentence,
} from './sentence'

/** Every "no" that a resident can meet, with what to do next. A code without a sentence does not compile. */
export const RESIDENT_SENTENCES: Readonly<Record<Exclude<ResidentRefusal, NamedRefusal>, Sentence>> = {
  wechat_code_rejected: '微信登录没有成功，请退出小程序再进来一次。',
  demo_user_not_allowed: '这里不是演示环境，不能用演示身份登录。',
  office_not_found: '没有找到这家会客厅，可能换了名字。请到“找会客厅”里再看看。',
  facility_not_found: '地图上已经没有这一处了，可能刚改过。请退出再进来看看。',
  compound_not_found: '没有找到这个小区，请重新选一次。',

  article_not_found: '没有找到这篇新闻，可能撤下了。请看看别的新闻。',
  file_not_found: '没有找到这个文件，可能换了新的。请退出再进来看看。',

  activity_not_found: '没有找到这个活动，可能还没发布。请看看别的活动。',
  activity_withdrawn: '这个活动取消了。请看看别的活动。',
  no_registration_needed: '这个活动不用报名，直接来就行。',
  registration_not_open: (detail) => `报名还没开始，请在${whenIn(detail, 'opensAt') || '开始'}以后再来报。`,
  already_started: '活动已经开始了。想参加，请到现场问工作人员还有没有位子。',
  registration_closed: '报名截止了。想参加，请到现场问工作人员还有没有位子。',
  already_registered: '已经报过名了，不用再报。请到“我的”里看号码。',
  party_too_large: (detail) => `一次最多报 ${numberIn(detail, 'max', '5')} 位，请分开报。`,
  audience_mismatch: '有家人不在这个活动的年龄或居住范围里，请改一改再报。',
  guardian_consent_missing: '14 岁以下的孩子要有家长同意、家长一起来。请先在家人里点同意。',
  answers_incomplete: '还有问题没有答完，请补上再报。',
  waitlist_full: '名额和候补都满了。请看看别的活动，或到现场问工作人员。',
  family_member_not_found: '没有找到这位家人，请回到“家人”里重新选。',
  phone_missing: '要留一个电话，有变动好打给您。请填上再报。',
  phone_not_kept: '这里还不能存电话，请改选微信通知，或不用通知。',

  registration_not_found: '没有找到这次报名。请到“我的”里看看，或请工作人员帮忙查。',
  member_not_found: '这次报名里没有这一位。请刷新再看看。',
  already_attended: '已经签到了，不能再取消。签错了，请工作人员帮忙改。',
  cancelled: '这次报名已经取消了。想参加，请再报一次。',
  no_room: (detail) => `现在只空 ${numberIn(detail, 'free', '0')} 个位子，不够。请等一等，或少来几位。`,

  card_not_found: '这张卡片不能用，请家人再发一次。',
  card_taken: '这张卡片已经有人领了。不是您领的，请家人再发一次。',
  own_card: '这是您自己发的卡片，请转给家人来点。',
  card_void: '这张卡片过期了，或这个位子取消了。请家人看看，再发一次。',

  code_unknown: '这个码不是会客厅的码，或已经不用了。请扫门口海报或大屏上的码。',
  code_forged: '这个码不是我们的大屏出的。请扫门口大屏或海报上的码。',
  code_expired: '这个码过期了。请再扫一次门口的码。',
  code_future: '大屏的时间不准，这个码还不能用。请扫海报，或请工作人员帮您记一下。',
  revoked_screen: '这块大屏停用了。请扫门口的海报，或请工作人员帮您记一下。',
  place_closed: (detail) => {
    const successor = nameIn(detail, 'successor')
    return successor === '' ? '这家会客厅不在这里了。请看看别的会客厅。' : `这里搬走了，请到${successor}。`
  },
  activity_not_now: (detail) => {
    const span = spanIn(detail, 'from', 'until')
    return span === '' ? '现在不是签到的时间，请看看活动几点开始。' : `签到时间是${span}，请在这段时间里扫。`
  },
  receipt_taken: '这一次已经有人签到了。请您自己再扫一次门口的码。',
  pairing_expired: '配对过时了，请在大屏上重新开始配对。',
  screen_not_found: '没有找到这块大屏，请重新配对。',

  birth_year_ahead: '出生年份还没到，请改一改。',
  family_too_large: '家人已经加满了。请先去掉不用的，再加。',
  family_member_registered: '这位家人还报着名，请先取消报名，再去掉。',

  already_applied: '您已经申请过这个市集的摊位了，请等工作人员安排。',
  no_stalls_here: '这个活动没有摊位可以申请。请看看别的市集。',
  application_not_found: '没有找到这个摊位申请，请刷新再看看。',

  invitation_not_found: '没有这个邀请码。请对着纸条再看一遍，或请发给您的同事重发一个。',
  invitation_used: '这个邀请已经有人用过了。不是您用的，请马上告诉发给您的同事。',
  invitation_expired: '这个邀请过期了，请发给您的同事重发一个。',
  called_missing: '请写您的姓名，同事好认人。',
  volunteers_full: '今天的志愿者满了，谢谢您。',
  check_in_over: '签到时间过了，这个码不能用了。',
  sign_in_ended: '这次登录已经结束了。请在电脑上换一个新的码，再扫一次。',
  sign_in_elsewhere:
    '这部手机和那个浏览器不在同一个网络。请都用一个 Wi-Fi，或都用流量；不是您自己的浏览器，不要登录。',
  sign_in_digits_wrong: '两位数字不对，这次登录已经作废。请在电脑上换一个新的码，看着屏幕再输。',
  too_many_sign_ins: '这个网络里正在登录的电脑太多了，请过两分钟再试。',
  post_missing: '您还没有工作人员的岗位，登录不了工作台。请找管理员或站长发邀请。',
  session_not_found: '没有找到这次电脑登录，可能已经结束了。请刷新再看看。',
  last_admin: '您是最后一位管理员。请先请另一位管理员，再离岗或注销。',
  too_many_codes: (detail) =>
    `邀请码输错太多次了，请${whenIn(detail, 'until') || IN_A_FEW_MINUTES}以后再试。`,
}

/** Those that send on to the hotline, whose number each subdistrict has its own. */
export type NamedRefusal = Extract<
  ResidentRefusal,
  'no_streets' | 'words_refused' | 'too_many_suggestions' | 'too_many_reports'
>

export const NAMED_SENTENCES: Readonly<
  Record<NamedRefusal, (subdistrict: Pick<Subdistrict, 'hotline'>) => string>
> = {
  no_streets: ({ hotline }) => `街道的地图还没有准备好。要找附近的地方，请打 ${hotline}。`,
  words_refused: ({ hotline }) => `这段话里有不能发的词，没有送出。请换个说法，或打 ${hotline}。`,
  too_many_reports: ({ hotline }) => `今天报得够多了，请明天再来。急事请打 ${hotline}。`,
  too_many_suggestions: ({ hotline }) => `今天写得够多了，请明天再来。急事请打 ${hotline}。`,
}
