import type { NewsPicture } from '../../../core/domain/news/article'

/** The drawings by the words of the editor. */
export const PICTURE_WORDS: Readonly<Record<string, NewsPicture>> = {
  门面: 'office',
  电梯: 'lift',
  饭堂: 'canteen',
  市集: 'market',
  公园: 'park',
  楼房: 'village',
  健康: 'health',
  公告栏: 'board',
  手机: 'phone',
  信箱: 'letters',
}
