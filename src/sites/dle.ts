import type { Layout, SiteProfile } from '../model/site-profile.js';

/** Accounts of the DataLife Engine that are no person. */
export const dleGenericAuthors: readonly string[] = [
  'admin',
  'administrator',
  'редакция',
  'redaktsia',
  'redaktor',
  'әкімші',
];

/** Links, adverts and tools that DLE themes put into the text of a story. */
const notBody: readonly string[] = [
  '.adv',
  '.also_read',
  '.basetags',
  '.story_tags',
  '.highslide-caption',
  '.attachment',
  '.title_spoiler',
  '.ratebox',
  '.pagelink',
];

/** Themes that come with the DataLife Engine, newest first. Theme-independent marks of the engine are known to the extractor itself. */
export const dleLayouts: readonly Layout[] = [
  {
    name: 'dle-red',
    headline: ['h1.title.ultrabold', 'h1.title.h2'],
    articleBody: ['.story_cont .text', '.story_cont'],
    notBody,
    datePublished: ['.meta_date time', '.meta_date'],
    author: ['.meta_user a', '.meta_user'],
    articleSection: ['.meta_cat a', '.meta_cat'],
    keywords: ['.story_tags .tag_list a'],
    views: ['.meta_views'],
    commentCount: ['.meta_coms'],
  },
  {
    name: 'dle-smartphone',
    mark: 'article.post.fullstory',
    headline: ['article.post.fullstory h1.title', 'article.post.fullstory .title'],
    articleBody: ['article.post.fullstory .post-cont'],
    notBody,
    datePublished: ['li.idate'],
    author: ['li.iauthor b', 'li.iauthor'],
    articleSection: ['p.icat a', '.icat a'],
    views: ['li.iviews'],
    commentCount: ['.commentbox h3'],
  },
  {
    name: 'dle-green',
    mark: '.story_top time.date, li.meta_author',
    headline: ['article.fullstory h1.title'],
    articleBody: ['article.fullstory .text'],
    notBody,
    datePublished: ['.story_top time.date'],
    author: ['li.meta_author'],
    articleSection: ['.category.grey a'],
    views: ['li.meta_views'],
    commentCount: ['li.meta_coms'],
  },
  {
    name: 'dle-default',
    mark: 'article.fullstory',
    headline: ['article.fullstory h2.title', 'article.fullstory h1.title', 'article.fullstory .title'],
    articleBody: ['article.fullstory .box_in > .text', 'article.fullstory .text'],
    notBody,
    datePublished: ['article.fullstory li.story_date time', 'article.fullstory li.story_date'],
    author: ['article.fullstory .story_date a[href*="/user/"]'],
    articleSection: ['article.fullstory .category a'],
    views: [
      'article.fullstory li[title^="Просмотров"]::attr(title)',
      'article.fullstory li[title^="Қаралды"]::attr(title)',
      'article.fullstory li[title^="Views"]::attr(title)',
    ],
    commentCount: [
      'article.fullstory li[title^="Комментариев"]::attr(title)',
      'article.fullstory li[title^="Пікірлер"]::attr(title)',
      'article.fullstory li[title^="Comments"]::attr(title)',
    ],
  },
  {
    name: 'dle-9',
    mark: '.fullstory .bhinfo, .fullstory .maincont',
    headline: ['.fullstory #news-title', '.fullstory h3.btl', '.fullstory h1.btl'],
    articleBody: ['.fullstory .maincont [id^="news-id-"]', '.fullstory .maincont'],
    notBody,
    datePublished: ['.fullstory .baseinfo'],
    author: ['.fullstory .baseinfo a[href*="/user/"]'],
    articleSection: ['.fullstory .argcat a'],
    keywords: ['.fullstory .basetags a'],
    views: ['.fullstory .argviews b', '.fullstory .argviews'],
    commentCount: ['.fullstory .argcoms b', '.fullstory .argcoms'],
  },
  {
    name: 'dle-print',
    mark: 'a[href="javascript:history.go(-1)"]',
    headline: ['body > h1.title'],
    articleBody: ['body > .text'],
    notBody,
    datePublished: ['body > .meta'],
  },
];

/** Any site of the DataLife Engine that no other profile knows. */
export const dle: SiteProfile = {
  name: 'dle',
  engine: 'dle',
  sites: [],
  counterOrder: 'views-comments',
  genericAuthors: dleGenericAuthors,
  layouts: dleLayouts,
};
