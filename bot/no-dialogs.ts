/**
 * Stands in for `botbuilder-dialogs`, which teams-ai loads to sign people in by dialogs: nobody here does. With what it brings along
 * (recognisers of numbers and dates in a dozen languages, five megabytes) it took a third of every start. Whatever did use
 * it would throw at once, since there is nothing in it but a class to extend.
 */
export class Dialog {}
