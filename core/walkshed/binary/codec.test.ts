import fc from 'fast-check'
import { graphOf, partsOf, randomNetwork } from '../testing/random-graph'
import { drawTown } from '../testing/town'
import { POINT } from '../build/network'
import { crc32 } from './crc32'
import { decodeGraph } from './decode'
import { encodeGraph } from './encode'
import { HEADER_BYTES } from './format'
import type { StreetGraph } from '../graph/street-graph'

const TOWN = drawTown({
  corners: { a: [0, 0], b: [100, 0], bend: [150, 30], c: [200, 0], d: [100, 90] },
  streets: [
    { through: ['a', 'b'], name: '兰溪路', is: ['verified'] },
    { through: ['b', 'bend', 'c'], name: '花溪路', arterial: 'two-way' },
    { through: ['b', 'd'], is: ['steps'] },
  ],
  barriers: [{ kind: 'water', name: '环浜', line: [[0, 50] as const, [60, 60] as const, [90, 80] as const] }],
  marks: { b: POINT.gate },
  names: { b: '东门' },
})

function decoded(buffer: ArrayBuffer): StreetGraph {
  const answer = decodeGraph(buffer)
  if (!answer.ok) throw new Error(String(answer.detail?.['reason']))
  return answer.value
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

function withByte(buffer: ArrayBuffer, at: number, change: (byte: number) => number): ArrayBuffer {
  const bytes = new Uint8Array(buffer.slice(0))
  bytes[at] = change(bytes[at]!)
  return bytes.buffer
}

describe('the binary form', () => {
  it('gives back a town as it was, names and barriers included', () => {
    expect(decoded(encodeGraph(TOWN))).toEqual(TOWN)
    expect(TOWN.names).toEqual(expect.arrayContaining(['兰溪路', '花溪路', '环浜', '东门']))
  })

  it('gives back any graph as it was', () => {
    fc.assert(
      fc.property(randomNetwork, (network) => {
        // Nodes are numbered along the edges' order by the builder; here the order is arbitrary.
        const graph = graphOf(network)
        expect(decoded(encodeGraph(graph))).toEqual(graph)
      }),
    )
  })

  it('gives back an empty graph and one with a single node', () => {
    for (const nodes of [0, 1]) {
      const graph = graphOf({ nodes, edges: [] })
      expect(decoded(encodeGraph(graph))).toEqual(graph)
    }
  })

  it('is refused with a reason when any byte of it is damaged', () => {
    const buffer = encodeGraph(TOWN)
    for (let at = 0; at < buffer.byteLength; at++) {
      const answer = decodeGraph(withByte(buffer, at, (byte) => byte ^ 0x10))
      expect(answer.ok).toBe(false)
      if (!answer.ok) expect(answer.detail?.['reason']).toEqual(expect.any(String))
    }
  })

  it('is refused wherever it is cut off, and with something behind it', () => {
    const buffer = encodeGraph(TOWN)
    for (let length = 0; length < buffer.byteLength; length++) {
      const expected = length < HEADER_BYTES ? 'not_a_street_graph' : 'graph_damaged'
      expect(decodeGraph(buffer.slice(0, length))).toMatchObject({ ok: false, refusal: expected })
    }
    const longer = new Uint8Array(buffer.byteLength + 1)
    longer.set(new Uint8Array(buffer))
    expect(decodeGraph(longer.buffer)).toMatchObject({ ok: false, refusal: 'graph_damaged' })
  })

  it('is told apart from other files and from other versions', () => {
    const foreign = bytesOf('{"type":"FeatureCollection"}').buffer
    expect(decodeGraph(foreign)).toMatchObject({ ok: false, refusal: 'not_a_street_graph' })
    const newer = withByte(encodeGraph(TOWN), 4, () => 2)
    expect(decodeGraph(newer)).toMatchObject({
      ok: false,
      refusal: 'graph_version_unknown',
      detail: { version: 2 },
    })
  })

  it('is refused when its checksum is right but its contents are impossible', () => {
    fc.assert(
      fc.property(randomNetwork, fc.nat(), fc.integer({ min: 0, max: 255 }), (network, where, byte) => {
        const buffer = encodeGraph(partsOf(network))
        const forged = withByte(
          buffer,
          HEADER_BYTES + (where % (buffer.byteLength - HEADER_BYTES)),
          () => byte,
        )
        new DataView(forged).setUint32(12, crc32(new Uint8Array(forged, HEADER_BYTES)), true)
        const answer = decodeGraph(forged)
        // A changed length or colour may well be a graph; it must never be one with edges into nowhere.
        if (answer.ok) {
          for (const node of answer.value.linkNode) expect(node).toBeLessThan(answer.value.nodeCount)
        } else expect(answer.refusal).toBe('graph_damaged')
      }),
      { numRuns: 500 },
    )
  })
})

describe('crc32', () => {
  it('has the check value of the standard', () => {
    expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926)
  })
})
