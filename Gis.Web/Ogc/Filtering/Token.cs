using System.Globalization;
using System.Text;

namespace Gis.Web.Ogc.Filtering;

internal enum TokenKind
{
    Name,
    QuotedName,
    Text,
    Number,
    Symbol,
    End,
}

/// <summary>A word, literal or sign of CQL2 text.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, Place At)
{
    internal bool IsWord(string word) => Kind == TokenKind.Name && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    internal bool IsSymbol(string symbol) => Kind == TokenKind.Symbol && Text == symbol;
}

/// <summary>Takes CQL2 text apart.</summary>
internal sealed class TokenReader(string text)
{
    private int at;

    internal static List<Token> List(string text)
    {
        var reader = new TokenReader(text);
        var tokens = new List<Token>();
        do
            tokens.Add(reader.Next());
        while (tokens[^1].Kind != TokenKind.End);
        return tokens;
    }

    private Token Next()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        var start = at;
        if (at == text.Length)
            return Make(TokenKind.End, "", start);
        var letter = text[at];
        if (letter == '\'')
            return Make(TokenKind.Text, ReadQuoted('\''), start);
        if (letter == '"')
            return Make(TokenKind.QuotedName, ReadQuoted('"'), start);
        if (char.IsAsciiDigit(letter) || (letter is '+' or '-' or '.' && at + 1 < text.Length && (char.IsAsciiDigit(text[at + 1]) || text[at + 1] == '.')))
            return Make(TokenKind.Number, ReadNumber(), start);
        return IsNameStart(letter) ? Make(TokenKind.Name, ReadName(), start) : Make(TokenKind.Symbol, ReadSymbol(), start);
    }

    private static Token Make(TokenKind kind, string text, int start) => new(kind, text, new Place(start + 1));

    private static bool IsNameStart(char letter) => char.IsLetter(letter) || char.IsSurrogate(letter) || letter is '_' or ':';

    private string ReadName()
    {
        var start = at;
        while (at < text.Length && (IsNameStart(text[at]) || char.IsDigit(text[at]) || text[at] == '.'))
            at++;
        return text[start..at];
    }

    private string ReadQuoted(char quote)
    {
        var start = at++;
        var read = new StringBuilder();
        while (at < text.Length)
        {
            var letter = text[at++];
            var next = at < text.Length ? text[at] : '\0';
            if ((letter == quote || letter == '\\') && next == quote)
            {
                read.Append(next);
                at++;
            }
            else if (letter == quote)
            {
                return read.ToString();
            }
            else
            {
                read.Append(letter);
            }
        }

        throw new FilterFault(new Place(start + 1), $"引号 {quote} 没有配对", $"the quote {quote} is never closed");
    }

    private string ReadNumber()
    {
        var start = at++;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.' or 'e' or 'E' || (text[at] is '+' or '-' && text[at - 1] is 'e' or 'E')))
            at++;
        return text[start..at];
    }

    private string ReadSymbol()
    {
        var two = at + 1 < text.Length ? text.Substring(at, 2) : "";
        var symbol = two is "<>" or "<=" or ">=" ? two : text[at].ToString();
        if (symbol is not ("<>" or "<=" or ">=" or "<" or ">" or "=" or "(" or ")" or ","))
            throw new FilterFault(new Place(at + 1), $"看不懂“{symbol}”", $"'{symbol}' is not understood");
        at += symbol.Length;
        return symbol;
    }

    internal static double ParseNumber(Token token) =>
        double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new FilterFault(token.At, $"“{token.Text}”不是数", $"'{token.Text}' is not a number");
}
