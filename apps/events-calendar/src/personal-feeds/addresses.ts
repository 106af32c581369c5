export const myFeedPath = '/calendar/my-feed';
export const makeFeedPath = `${myFeedPath}/make`;
export const replaceFeedPath = `${myFeedPath}/replace`;
export const removeFeedPath = `${myFeedPath}/remove`;
