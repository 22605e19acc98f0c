import type { Host } from '../../host'
import type { PageStack } from '../../stack/page-stack'
import { attribute, descendants } from '../../view/node'
import { answering, noted, WxRefusal, type WxMembers } from '../answer'

/** Canvases of type `2d` on the page on top; what is written on them goes into the record. */
export function canvasMembers(host: Host, stack: PageStack): WxMembers {
  return {
    createSelectorQuery: () => selectorQuery(host, stack),
    canvasToTempFilePath: answering(host, 'canvasToTempFilePath', ({ canvas }) => {
      if (canvas === undefined) throw new WxRefusal('canvas is empty')
      return { tempFilePath: 'wxfile://tmp_poster.png' }
    }),
    ...noted(host, 'showShareImageMenu'),
  }
}

function selectorQuery(host: Host, stack: PageStack): object {
  let wanted = ''
  const query = {
    select: (selector: string) => {
      wanted = selector
      return query
    },
    fields: () => query,
    exec: (callback: (found: unknown) => void) => {
      const tree = stack.top().tree()
      const isThere = tree !== null && descendants(tree).some((node) => isCanvas(node, wanted))
      const found = host.realm.own([null]) as unknown[]
      if (isThere) found[0] = { node: canvasNode(host) }
      host.later('wx.createSelectorQuery', () => callback(found))
    },
  }
  return query
}

const isCanvas = (node: Parameters<typeof attribute>[0], selector: string): boolean =>
  node.tag === 'canvas' &&
  attribute(node, 'type') === '2d' &&
  `#${String(attribute(node, 'id'))}` === selector

/** Chinese characters are as wide as the font is high, Latin letters and figures half of that. */
function canvasNode(host: Host): object {
  const pen: Record<string, unknown> = { font: '10px sans-serif' }
  const size = (): number => Number(/(\d+)px/.exec(String(pen['font']))?.[1])
  for (const stroke of ['fillRect', 'beginPath', 'moveTo', 'lineTo', 'arc', 'closePath', 'fill', 'scale'])
    pen[stroke] = () => undefined
  pen['measureText'] = (text: string) => ({
    width: [...text].reduce((sum, character) => sum + (character < '\u0100' ? size() / 2 : size()), 0),
  })
  pen['fillText'] = (text: string, x: number, y: number) =>
    void host.record.calls.push({ api: 'fillText', options: { text, x, y } })
  pen['drawImage'] = (image: { src: string }, ...box: number[]) =>
    void host.record.calls.push({ api: 'drawImage', options: { src: image.src, box } })
  return { width: 0, height: 0, getContext: () => pen, createImage: () => loadingImage(host) }
}

/** Reads files of the mini-program's own folder. */
function loadingImage(host: Host): object {
  const image = {
    width: 430,
    height: 430,
    path: '',
    onload: () => undefined,
    onerror: (_failure: unknown) => undefined,
    get src() {
      return image.path
    },
    set src(path: string) {
      image.path = path
      host.later('Image.onload', () =>
        host.phone.files.has(path) ? image.onload() : image.onerror({ errMsg: 'file not exist' }),
      )
    },
  }
  return image
}
