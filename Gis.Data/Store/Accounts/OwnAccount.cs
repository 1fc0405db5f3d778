using Microsoft.AspNetCore.Identity;

namespace Gis.Data.Store.Accounts;

/// <summary>What people change about their own account: each change is one transaction with its entry in the log.</summary>
public sealed class OwnAccount
{
    private readonly GisDbContext context;

    internal OwnAccount(GisDbContext context) => this.context = context;

    /// <summary>Makes a change through Identity, whose store writes in the same transaction; a refused one leaves no trace.</summary>
    /// <param name="command">What is done, as "account.password".</param>
    /// <param name="order">Who, why and when; the author is the account.</param>
    /// <param name="change">The change.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="StoreException">It cannot be saved.</exception>
    public async Task<IdentityResult> ChangeAsync(string command, AccountOrder order, Func<Task<IdentityResult>> change, CancellationToken cancellation = default)
    {
        try
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            await context.TakeTurnAsync(cancellation);
            var ending = await change();
            if (!ending.Succeeded)
                return ending;
            await order.WriteAsync(context, command, "account:" + order.AuthorId, null, cancellation);
            await transaction.CommitAsync(cancellation);
            return ending;
        }
        catch (Exception fault) when (StoreFault.IsOfDatabase(fault))
        {
            throw new StoreException($"The account could not be changed; what was saved before stands: {fault.GetBaseException().Message}", fault);
        }
    }
}
