import { plain } from '../plain'

/** What one says around what one wants; cut wherever it stands. Longer ones first. */
const ANYWHERE: readonly string[] = [
  ...'请问一下 请问 麻烦问一下 麻烦问 麻烦 你好 您好 谢谢 帮我查一下 帮我找一下 帮我看看 帮我查 帮我找 帮我看 帮帮我 帮我 帮忙'.split(
    ' ',
  ),
  ...'我想问一下 我想问 我想知道 想问一下 想问问 想问 想知道 想了解 了解一下 告诉我 查一下 找一下 问一下 我想要 我想 我要 我家里 我们家 我家 阿拉'.split(
    ' ',
  ),
  ...'有没有 有伐 有哪些 有什么 有啥 什么时候 啥辰光 啥时候 几点钟 几点 什么地方 啥地方 哪个地方 什么时间 多久'.split(
    ' ',
  ),
  ...'在哪里 在哪儿 在哪 在啥地方 去哪里 去哪儿 去哪 到哪里 到哪儿 到哪 哪里可以 哪里能 哪里有 哪里 哪儿 何处'.split(
    ' ',
  ),
  ...'怎么办理 怎么申请 怎么预约 怎么办 怎么弄 怎么走 怎么去 怎么坐 怎么乘 怎么到 怎么样 怎么领 怎么用 怎么 如何 咋办 咋弄 咋 哪能办 哪能弄 哪能'.split(
    ' ',
  ),
  ...'找谁 问谁 找哪个 可不可以 可以 能不能 能否 要不要 是不是 会不会 多少钱 多少 多长 多远 多大 几号楼 在什么路上 在什么路 什么路上 什么路 在哪条路上 在哪条路 哪条路上 哪条路 在几楼 几楼 在几层 几层 一下 需要 应该 什么 哪些 哪个'.split(
    ' ',
  ),
  ...'现在 目前 这会儿 附近的 附近 最近的 最近 近期 离我最近 离我近 旁边 边上 周边 就近 这边 这里 我们 咱们'.split(
    ' ',
  ),
]

/** Single characters, at the beginning of a piece and at its end. */
const LEADING = '我想要去找问查有在到能请给那个啥帮把'
const TRAILING = '伐吗嘛么呢呀啊吧啦了的哦哇呗不没办领弄走去找开搞'
/** Verbs and little words of two characters at the ends. */
const EDGES: readonly string[] =
  '办理 申请 预约 领取 咨询 介绍 地址 电话 时间 有得 有的 得到 到期 丢了 掉了'.split(' ')

const inPlain = (words: readonly string[]): readonly string[] =>
  [...new Set(words.map((word) => plain(word).text))].sort((one, other) => other.length - one.length)

/** 武宁路上的会客厅 and 公园里 are as without it. */
const THERE = /([路街村弄园])[上里](?=的| |$)/g
const FILLERS = new RegExp(inPlain(ANYWHERE).join('|'), 'g')

/**
 * The pieces of a plain text without what people say around them, from the gentlest cut on: fillers, then the little
 * words at both ends, then the verbs there, then 的. Each cut is another reading; the first that finds something is meant. A
 * reading of less than two characters says nothing.
 */
export function withoutFillers(text: string): readonly string[] {
  const gentle = tidy(text.replace(FILLERS, ' ').replace(THERE, '$1'))
  const trimmed = tidy(gentle.split(' ').map(withoutEdges).join(' '))
  const bare = tidy(trimmed.split(' ').map(withoutVerbs).join(' '))
  return [...new Set([gentle, trimmed, bare, tidy(bare.replace(/的/g, ' '))])].filter(
    (reading) => reading.replace(/ /g, '').length > 1,
  )
}

const tidy = (text: string): string => text.replace(/ +/g, ' ').trim()

function withoutEdges(piece: string): string {
  let [from, to] = [0, piece.length]
  while (from < to && LEADING.includes(piece.charAt(from))) from += 1
  while (to > from && TRAILING.includes(piece.charAt(to - 1))) to -= 1
  return piece.slice(from, to)
}

function withoutVerbs(piece: string): string {
  const ending = EDGES.find((verb) => piece.endsWith(verb))
  const beginning = EDGES.find((verb) => piece.startsWith(verb))
  const kept = ending === undefined ? piece : piece.slice(0, -ending.length)
  return withoutEdges(
    beginning !== undefined && kept.startsWith(beginning) ? kept.slice(beginning.length) : kept,
  )
}
