import * as fc from 'fast-check'
import { plainText, type Block, type Line } from '../news/article'
import { articlePieces, paragraphPieces, sentenceLines, spokenSentences } from './reading'
import { fitting, sentencesOf, utf8Bytes } from './sentences'

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(fc.constantFrom('会', '客', '厅', '。', '！', '”', '，', ' ', '\n', 'a', '12', '…', '👵🏼'), {
      maxLength: 300,
    })
    .map((signs) => signs.join('')),
)

describe('sentences', () => {
  it('keep their marks, and the quotation marks after them', () => {
    expect(sentencesOf('您好！“进来坐。”他说。再见')).toEqual(['您好！', '“进来坐。”', '他说。', '再见'])
  })

  it('put together are the text, and none is empty', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const sentences = sentencesOf(whole)
        expect(sentences.join('')).toBe(whole)
        expect(sentences).not.toContain('')
      }),
    )
  })
})

describe('pieces that a voice can take', () => {
  it('put together are the sentence; each is short enough, whole characters, and not empty', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 60 }), (sentence, most) => {
        const pieces = fitting(sentence, most)
        expect(pieces.join('')).toBe(sentence)
        for (const piece of pieces) {
          expect(piece).not.toBe('')
          expect(utf8Bytes(piece)).toBeLessThanOrEqual(most)
          expect(utf8Bytes(piece)).toBe(Buffer.byteLength(piece))
        }
      }),
    )
  })

  it('are cut after a comma where there is one', () => {
    expect(fitting('先和邻居商量，再去问顾问团', 30)).toEqual(['先和邻居商量，', '再去问顾问团'])
  })
})

const line = fc
  .array(fc.record({ text: text.filter((value) => value !== '') }, { requiredKeys: ['text'] }), {
    maxLength: 5,
  })
  .map((spans): Line => spans)
const block: fc.Arbitrary<Block> = fc.oneof(
  line.map((own): Block => ({ kind: 'paragraph', text: own })),
  line.map((own): Block => ({ kind: 'heading', level: 2, text: own })),
  fc.array(line, { maxLength: 3 }).map((lines): Block => ({ kind: 'quote', lines })),
  fc.array(line, { maxLength: 3 }).map((lines): Block => ({
    kind: 'list',
    ordered: true,
    items: lines.map((own) => ({ depth: 0, text: own })),
  })),
)

describe('an article read out', () => {
  it('is every sentence of every block, in order, nothing twice and nothing left out but blanks', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), fc.integer({ min: 4, max: 200 }), (blocks, most) => {
        const pieces = articlePieces('标题', blocks, most)
        blocks.forEach((own, part) => {
          const sentences = spokenSentences(own)
          sentences.forEach((sentence, at) => {
            const spoken = pieces.filter((piece) => piece.part === part && piece.sentence === at)
            expect(spoken.map((piece) => piece.text).join('')).toBe(sentence.trim() === '' ? '' : sentence)
          })
        })
        const order = pieces.map((piece) => piece.part * 10_000 + piece.sentence)
        expect(order).toEqual([...order].sort((one, other) => one - other))
      }),
    )
  })

  it('begins with the title, and reads a table row by row with the names of its columns', () => {
    const table: Block = {
      kind: 'table',
      head: [[{ text: '哪一天' }], [{ text: '几点' }]],
      rows: [[[{ text: '周日' }], [{ text: '休息' }]]],
    }
    expect(articlePieces('开放时间', [table], 200).map((piece) => piece.text)).toEqual([
      '开放时间。',
      '哪一天：周日；几点：休息',
    ])
  })

  it('reads no names of files', () => {
    expect(spokenSentences({ kind: 'file', file: 'x.pdf', title: '表格', bytes: 1 })).toEqual([])
  })

  it('ends each plain paragraph with a stop', () => {
    expect(paragraphPieces(['推门就进', '好。'], 200).map((piece) => piece.text)).toEqual([
      '推门就进。',
      '好。',
    ])
  })
})

describe('a line shown by its sentences', () => {
  it('has the same spans, cut where a sentence ends', () => {
    const shown = sentenceLines([{ text: '来' }, { text: '坐坐。您', strong: true }, { text: '好' }])
    expect(shown).toEqual([
      [{ text: '来' }, { text: '坐坐。', strong: true }],
      [{ text: '您', strong: true }, { text: '好' }],
    ])
  })

  it('is cut where the sentences end, and loses no character', () => {
    fc.assert(
      fc.property(line, (own) => {
        expect(sentenceLines(own).map(plainText)).toEqual(sentencesOf(plainText(own)))
      }),
    )
  })
})
