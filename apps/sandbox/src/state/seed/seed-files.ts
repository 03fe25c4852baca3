import { createPdf, createPng, createSampleArchive, createTextFile } from './sample-files.js';

/** A folder is an object, by the names of its content. A file is its bytes. */
export interface SeedTree {
  readonly [name: string]: SeedTree | Buffer;
}

export interface SeedSpaceFiles {
  readonly files: SeedTree;
  /** Names at the top of `files` that are moved to the recycle bin. */
  readonly recycled: readonly string[];
}

/** The files of the first individual space of a user. Some contents differ by the name of the user. */
export function createIndividualFiles(owner: string): SeedSpaceFiles {
  return {
    files: {
      Documents: {
        'Welcome.txt': createTextFile(`Welcome to the drive of ${owner}.\n`),
        'Travel plan.md': createTextFile(`# Travel plan of ${owner}\n\n- Monday: harbour\n- Tuesday: 博物馆\n`),
        'Invoice 2025-03.pdf': createPdf(`Invoice 2025-03, total 128.00`),
        Drafts: { 'Letter.txt': createTextFile('Dear all,\n') },
      },
      图片: { 'Harbour.png': createPng(64, 48, [30, 90, 160]), '湖边.png': createPng(48, 48, [40, 140, 110]) },
      '会议纪要.md': createTextFile(`# 会议纪要\n\n${owner}\n`),
      'trip.zip': createSampleArchive(),
      'old notes.txt': createTextFile('Not needed any more.\n'),
    },
    recycled: ['old notes.txt'],
  };
}

/** The files of the second individual space of a user. */
export function createSecondSpaceFiles(owner: string): SeedSpaceFiles {
  return { files: { 'Spare.txt': createTextFile(`Second space of ${owner}.\n`) }, recycled: [] };
}

export const engineeringFiles: SeedSpaceFiles = {
  files: {
    Measurements: Object.fromEntries(Array.from({ length: 50 }, (_, i) => createMeasurementFile(i + 1))),
    Specifications: {
      'Interface.md': createTextFile('# Interface\n\nGET, PUT, and nothing else.\n'),
      '设计说明.md': createTextFile('# 设计说明\n\n保持简单。\n'),
      Archive: { 'Interface 2024.pdf': createPdf('Interface of 2024') },
    },
    'Roadmap.pdf': createPdf('Roadmap of the year'),
    'Logo.png': createPng(96, 32, [200, 60, 40]),
    'Abandoned idea.md': createTextFile('# An idea\n\nNo.\n'),
  },
  recycled: ['Abandoned idea.md'],
};

export const salesFiles: SeedSpaceFiles = {
  files: {
    Customers: { 'List.csv': createTextFile('name,city\nAster,Oslo\n湖光,杭州\n') },
    '价格表.csv': createTextFile('item,price\nA,10\nB,12\n'),
    'Last year': { 'Figures.csv': createTextFile('month,sum\n1,100\n') },
  },
  recycled: ['Last year'],
};

export const launchFiles: SeedSpaceFiles = {
  files: {
    'Checklist.md': createTextFile('# Checklist\n\n- [ ] 发布\n'),
    Posters: { 'Poster.png': createPng(80, 120, [240, 200, 60]) },
    'Checklist old.md': createTextFile('# Checklist\n'),
  },
  recycled: ['Checklist old.md'],
};

export const readingFiles: SeedSpaceFiles = {
  files: { 'Books.txt': createTextFile('Snow Country\n红楼梦\n'), 'Duplicate.txt': createTextFile('Snow Country\n') },
  recycled: ['Duplicate.txt'],
};

function createMeasurementFile(number: number): [string, Buffer] {
  const name = `Measurement ${String(number).padStart(2, '0')}.csv`;
  const rows = Array.from({ length: number }, (_, i) => `${i},${i * number}\n`);
  return [name, createTextFile(`second,value\n${rows.join('')}`)];
}
