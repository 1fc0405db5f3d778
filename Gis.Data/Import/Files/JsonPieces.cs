using System.Text.Json;

namespace Gis.Data.Import.Files;

/// <summary>Goes through JSON of any length in pieces: tokens, and whole values where they are small, as features are.</summary>
internal sealed class JsonPieces(SourceReading reading, Stream stream) : IDisposable
{
    private const int FirstBuffer = 1 << 16;

    // The border of a country in all its points takes a tenth.
    private const int LargestValue = 64 << 20;

    private byte[] buffer = new byte[FirstBuffer];
    private int start;
    private int end;
    private bool isFinal;

    // Some programs write one feature after the other, without a collection around them.
    private JsonReaderState state = new(new JsonReaderOptions { AllowMultipleValues = true });

    internal JsonTokenType Token { get; private set; }

    /// <summary>The name or text that the token is.</summary>
    internal string? Text { get; private set; }

    /// <summary>Whether what was read last ends as an object does; a file cut short seldom does.</summary>
    internal bool EndsWithObject => buffer.AsSpan(0, end).TrimEnd(" \t\r\n\0"u8) is [.., (byte)'}'];

    public void Dispose() => stream.Dispose();

    /// <summary>Moves to the next token; false at the end.</summary>
    internal bool Next()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), isFinal, state);
            if (reader.Read())
            {
                Keep(reader);
                Token = reader.TokenType;
                Text = Token is JsonTokenType.PropertyName or JsonTokenType.String ? reader.GetString() : null;
                return true;
            }

            if (isFinal)
                return false;
            Fill();
        }
    }

    /// <summary>The next value whole; null where an array or object ends instead.</summary>
    internal JsonDocument? NextValue()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), isFinal, state);
            var isRead = reader.Read();
            if (isRead && reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                Keep(reader);
                return null;
            }

            if (isRead && JsonDocument.TryParseValue(ref reader, out var value))
            {
                Keep(reader);
                return value;
            }

            if (isFinal)
                throw new JsonException("The text ends within a value.");
            Fill();
        }
    }

    /// <summary>Passes over the next value, however large.</summary>
    internal void Skip()
    {
        var depth = 0;
        do
        {
            if (!Next())
                return;
            depth += Token switch { JsonTokenType.StartArray or JsonTokenType.StartObject => 1, JsonTokenType.EndArray or JsonTokenType.EndObject => -1, _ => 0 };
        }
        while (depth > 0 || Token == JsonTokenType.PropertyName);
    }

    private void Keep(in Utf8JsonReader reader)
    {
        start += (int)reader.BytesConsumed;
        state = reader.CurrentState;
    }

    private void Fill()
    {
        reading.Glance();
        var left = end - start;
        if (left > LargestValue)
            throw reading.Refuse(SourceFault.TooLarge, $"GeoJSON with one value of more than {LargestValue} bytes", "features of fewer points");
        if (left > buffer.Length / 2)
        {
            Array.Copy(buffer, start, buffer = new byte[buffer.Length * 2], 0, left);
        }
        else
        {
            Array.Copy(buffer, start, buffer, 0, left);
        }

        (start, end) = (0, left);
        var more = stream.Read(buffer.AsSpan(end));
        end += more;
        isFinal = more == 0;
    }
}
