const files = import.meta.glob<object>('./*.json', { eager: true, import: 'default' });

/** The sentences of the first page and of what stands around every page, in English, one file a topic. */
export default Object.assign({}, ...Object.values(files)) as object;
