namespace Gis.Web.Ogc.Filtering;

/// <summary>A place in a list of tokens, which moves on.</summary>
internal sealed class TokenCursor(List<Token> tokens)
{
    private int at;

    internal Token Now => tokens[at];

    internal Token Next => tokens[Math.Min(at + 1, tokens.Count - 1)];

    internal Token Take()
    {
        var now = Now;
        at = Math.Min(at + 1, tokens.Count - 1);
        return now;
    }

    internal bool Takes(string word)
    {
        if (!Now.IsWord(word))
            return false;
        Take();
        return true;
    }

    internal bool TakesSymbol(string symbol)
    {
        if (!Now.IsSymbol(symbol))
            return false;
        Take();
        return true;
    }

    internal void Expect(string symbol)
    {
        if (!TakesSymbol(symbol))
            throw Fault($"“{symbol}”", $"'{symbol}'");
    }

    internal void ExpectWord(string word)
    {
        if (!Takes(word))
            throw Fault(word, word);
    }

    internal void ExpectEnd()
    {
        if (Now.Kind != TokenKind.End)
            throw Fault("AND、OR 或结尾", "AND, OR or the end");
    }

    internal FilterFault Fault(string chinese, string english)
    {
        var (found, foundEnglish) = Now.Kind == TokenKind.End ? ("结尾", "the end") : ($"“{Now.Text}”", $"'{Now.Text}'");
        return new FilterFault(Now.At, $"是{found},应为{chinese}", $"found {foundEnglish}, expected {english}");
    }
}
