/** How the administrators' tool names itself to the API, so that what a person does by it is told from what he does on the page. */
export const toolAgent = 'gongfang-tool';
