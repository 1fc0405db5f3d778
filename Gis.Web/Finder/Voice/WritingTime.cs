using System.Globalization;
using System.Security.Cryptography;
using Gis.Core.Finder.Voice;
using Microsoft.AspNetCore.DataProtection;

namespace Gis.Web.Finder.Voice;

/// <summary>When a form was shown, in a field that only this program can write: programs that send forms by the thousand do not read them first.</summary>
public sealed class WritingTime(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector protector = protection.CreateProtector("voice.shown");

    /// <summary>Marks a form as shown now.</summary>
    public string Mark() => protector.Protect(clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>How long ago the form of a mark was shown; a mark that this program did not write is as one of long ago.</summary>
    public WritingPace PaceOf(string? mark)
    {
        try
        {
            var shown = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(protector.Unprotect(mark ?? ""), CultureInfo.InvariantCulture));
            return VoiceWords.PaceOf(clock.GetUtcNow() - shown);
        }
        catch (CryptographicException)
        {
            return WritingPace.TooOld;
        }
    }
}
