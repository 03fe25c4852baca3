import { archive, pdf, png, textFile } from './contents.js';

/** A folder is an object, a file its bytes; what stands under `recycled` is put into the recycle bin. */
export interface SeedTree {
  readonly [name: string]: SeedTree | Buffer;
}

export interface SeedSpace {
  readonly files: SeedTree;
  /** Names at the top that are recycled once everything is there. */
  readonly recycled: readonly string[];
}

/** Every individual space begins with these; the name of its owner makes the contents differ. */
export function individualFiles(owner: string): SeedSpace {
  return {
    files: {
      Documents: {
        'Welcome.txt': textFile(`Welcome to the drive of ${owner}.\n`),
        'Travel plan.md': textFile(`# Travel plan of ${owner}\n\n- Monday: harbour\n- Tuesday: 博物馆\n`),
        'Invoice 2025-03.pdf': pdf(`Invoice 2025-03, total 128.00`),
        Drafts: { 'Letter.txt': textFile('Dear all,\n') },
      },
      图片: { 'Harbour.png': png(64, 48, [30, 90, 160]), '湖边.png': png(48, 48, [40, 140, 110]) },
      '会议纪要.md': textFile(`# 会议纪要\n\n${owner}\n`),
      'trip.zip': archive(),
      'old notes.txt': textFile('Not needed any more.\n'),
    },
    recycled: ['old notes.txt'],
  };
}

/** The second space of an owner of two. */
export function spareFiles(owner: string): SeedSpace {
  return { files: { 'Spare.txt': textFile(`Second space of ${owner}.\n`) }, recycled: [] };
}

export const engineeringFiles: SeedSpace = {
  files: {
    Measurements: Object.fromEntries(Array.from({ length: 50 }, (_, i) => measurement(i + 1))),
    Specifications: {
      'Interface.md': textFile('# Interface\n\nGET, PUT, and nothing else.\n'),
      '设计说明.md': textFile('# 设计说明\n\n保持简单。\n'),
      Archive: { 'Interface 2024.pdf': pdf('Interface of 2024') },
    },
    'Roadmap.pdf': pdf('Roadmap of the year'),
    'Logo.png': png(96, 32, [200, 60, 40]),
    'Abandoned idea.md': textFile('# An idea\n\nNo.\n'),
  },
  recycled: ['Abandoned idea.md'],
};

export const salesFiles: SeedSpace = {
  files: {
    Customers: { 'List.csv': textFile('name,city\nAster,Oslo\n湖光,杭州\n') },
    '价格表.csv': textFile('item,price\nA,10\nB,12\n'),
    'Last year': { 'Figures.csv': textFile('month,sum\n1,100\n') },
  },
  recycled: ['Last year'],
};

export const launchFiles: SeedSpace = {
  files: {
    'Checklist.md': textFile('# Checklist\n\n- [ ] 发布\n'),
    Posters: { 'Poster.png': png(80, 120, [240, 200, 60]) },
    'Checklist old.md': textFile('# Checklist\n'),
  },
  recycled: ['Checklist old.md'],
};

export const readingFiles: SeedSpace = {
  files: { 'Books.txt': textFile('Snow Country\n红楼梦\n'), 'Duplicate.txt': textFile('Snow Country\n') },
  recycled: ['Duplicate.txt'],
};

function measurement(number: number): [string, Buffer] {
  const name = `Measurement ${String(number).padStart(2, '0')}.csv`;
  return [name, textFile(`second,value\n${Array.from({ length: number }, (_, i) => `${i},${i * number}\n`).join('')}`)];
}
