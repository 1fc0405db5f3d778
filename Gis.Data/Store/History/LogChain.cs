using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.History;

/// <summary>
/// Adds to the log and digests its entries: SHA-256 over every field of the entry, of its records in their order, and over the
/// digest of the entry before. Whoever keeps the last digest elsewhere can tell whether anything before it was changed.
/// </summary>
internal static class LogChain
{
    /// <summary>The digest before the first entry.</summary>
    internal static readonly string Start = new('0', 64);

    /// <summary>Adds an entry within the transaction of the context, which the caller commits together with what it tells of.</summary>
    internal static async Task<LogRow> AppendAsync(GisDbContext context, LogEntry entry, string city, DateTimeOffset now, CancellationToken cancellation)
    {
        // One chain for all cities of a store.
        var last = await context.Log.IgnoreQueryFilters().AsNoTracking().OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancellation);
        var row = new LogRow
        {
            Sequence = (last?.Sequence ?? 0) + 1,
            CityCode = city,
            // A clock that was set back must not put a later entry before an earlier one.
            MadeUtc = StoredTime.Of(last is null || now > last.MadeUtc ? now : last.MadeUtc),
            AuthorId = entry.AuthorId,
            Command = entry.Command,
            Reason = entry.Reason,
            Subject = entry.Subject,
            VersionSequence = entry.Version,
            UndoesSequence = entry.Undoes,
            PreviousDigest = last?.Digest ?? Start,
            Digest = "",
        };
        var records = entry.Records.Select((record, index) => new LogRecordRow
        {
            LogSequence = row.Sequence,
            CityCode = city,
            Number = index + 1,
            Kind = record.Kind,
            RecordKey = record.Key,
            Before = record.Before,
            After = record.After,
        }).ToList();
        row.Digest = DigestOf(row, records);
        context.Add(row);
        context.AddRange(records);
        await context.SaveChangesAsync(cancellation);
        return row;
    }

    /// <summary>The digest an entry should have; its records are in the order of their numbers.</summary>
    internal static string DigestOf(LogRow row, IEnumerable<LogRecordRow> records)
    {
        var text = new StringBuilder();
        foreach (var field in new[]
        {
            row.PreviousDigest, Text(row.Sequence), row.CityCode, StoredTime.Write(row.MadeUtc), row.AuthorId, row.Command,
            row.Reason, row.Subject, Text(row.VersionSequence), Text(row.UndoesSequence),
        })
        {
            Write(text, field);
        }

        foreach (var record in records)
        {
            foreach (var field in new[] { Text(record.Number), record.Kind, record.RecordKey, record.Before, record.After })
                Write(text, field);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // With its length before it no field can be read as a part of the next.
    private static void Write(StringBuilder text, string? field) =>
        text.Append(field is null ? "-" : field.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(field).Append(';');

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
