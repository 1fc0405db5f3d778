namespace Gis.Data.Store.Accounts;

/// <summary>An invitation to open an account. Of its link only the digest is kept, so that who reads the store cannot use it.</summary>
internal sealed class InvitationRow : IOfCity
{
    public string CityCode { get; set; } = "";

    public required string Id { get; set; }

    public required string LinkDigest { get; set; }

    public AccountRole Role { get; set; }

    public required string Scope { get; set; }

    public required string PersonName { get; set; }

    /// <summary>The account that invites; null for the link that the program prints for its first administrator.</summary>
    public string? AuthorId { get; set; }

    public DateTimeOffset MadeUtc { get; set; }

    public DateTimeOffset ExpiresUtc { get; set; }

    public DateTimeOffset? WithdrawnUtc { get; set; }

    public DateTimeOffset? UsedUtc { get; set; }

    public string? AccountId { get; set; }
}

/// <summary>An attempt to sign in; kept for a set time only. Whence it came is not written down.</summary>
internal sealed class SignInRow : IOfCity
{
    public string CityCode { get; set; } = "";

    public long Sequence { get; set; }

    public string? AccountId { get; set; }

    public required string Outcome { get; set; }

    public DateTimeOffset MadeUtc { get; set; }
}

/// <summary>
/// How an adviser of a village can be reached. It is shown only from the consent's date to its expiry; on withdrawal name and
/// number are erased, and only that there was a consent stays.
/// </summary>
internal sealed class ContactRow : Row
{
    public required string Id { get; set; }

    public required string VillageCode { get; set; }

    public string? FirmId { get; set; }

    public required string PersonName { get; set; }

    public required string Phone { get; set; }

    /// <summary>How consent was given, as "signed form no. 12".</summary>
    public required string Consent { get; set; }

    public DateTimeOffset ConsentUtc { get; set; }

    public DateTimeOffset ExpiresUtc { get; set; }

    public DateTimeOffset? WithdrawnUtc { get; set; }

    public required string AuthorId { get; set; }
}
